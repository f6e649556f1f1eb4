terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

resource "dashserv_vserver" "web" {
  name     = "web-1"
  location = "Skylink, Eygelshoven"
  cores    = 2
  ram      = 4
  disk     = 80
  image    = "debian11"
}

resource "dashserv_backup" "before_upgrade" {
  vserver_id = dashserv_vserver.web.id
  name       = "before-upgrade"
}

# Restores when it is created; change the trigger to restore once more.
resource "dashserv_backup_restore" "rollback" {
  vserver_id = dashserv_vserver.web.id
  backup_id  = dashserv_backup.before_upgrade.id
  triggers   = { restored = "2024-06-01" }
}
