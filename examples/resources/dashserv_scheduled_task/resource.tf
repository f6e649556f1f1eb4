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

resource "dashserv_scheduled_task" "nightly" {
  vserver_id      = dashserv_vserver.web.id
  interval        = "DAILY"
  command         = "RESTART"
  first_execution = "2030-01-01T03:00:00Z"
}
