terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

variable "ram" {
  type    = number
  default = 2
}

resource "dashserv_vserver" "web" {
  name     = "tested"
  location = "Skylink, Eygelshoven"
  cores    = 1
  ram      = var.ram
  disk     = 40
  image    = "debian11"
}

data "dashserv_vserver" "web" {
  id = dashserv_vserver.web.id
}

output "id" {
  value = dashserv_vserver.web.id
}
