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

# Made by the apply that adds it, and kept until it is taken out.
resource "dashserv_backup" "before_upgrade" {
  vserver_id = dashserv_vserver.web.id
  name       = "before-upgrade"
}
