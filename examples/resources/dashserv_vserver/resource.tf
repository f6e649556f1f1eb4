terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# Chosen freely: cores, RAM and disk can be changed in place later.
resource "dashserv_vserver" "web" {
  name              = "web-1"
  location          = "Skylink, Eygelshoven"
  cores             = 2
  ram               = 4
  disk              = 80
  image             = "debian11"
  max_monthly_price = 10
}

# A package: how much there is comes with it.
resource "dashserv_vserver" "small" {
  product  = "vserver"
  package  = "S"
  name     = "small-1"
  location = "Skylink, Eygelshoven"
  image    = "ubuntu20_04"
}

# One that must not be lost, and is reinstalled in place (which wipes its disk) when its image
# or its release changes.
resource "dashserv_vserver" "app" {
  name                = "app-1"
  location            = "Skylink, Eygelshoven"
  cores               = 4
  ram                 = 8
  disk                = 160
  image               = "debian11"
  on_os_change        = "reinstall"
  reinstall_triggers  = { release = "2024-06" }
  power_state         = "online"
  deletion_protection = true

  timeouts = {
    create = "1h"
  }
}
