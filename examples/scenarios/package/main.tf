# A vserver sold as a package: how much there is comes with it, and so does the price.

terraform {
  required_version = ">= 1.5"

  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

provider "dashserv" {}

variable "package" {
  description = "Name of the package; see the output \"packages\"."
  type        = string
  default     = "S"
}

data "dashserv_order_form" "vserver" {
  product = "vserver"
}

resource "dashserv_vserver" "shop" {
  product  = "vserver"
  package  = var.package
  name     = "shop"
  location = "Skylink, Eygelshoven"
  image    = "ubuntu20_04"

  # Packages have a fixed size: another package is another server. So that this does not happen
  # by the change of a word, the server is protected.
  deletion_protection = var.protected
}

variable "protected" {
  description = "Set to false, and apply, before you destroy or replace the server."
  type        = bool
  default     = true
}

output "packages" {
  value = data.dashserv_order_form.vserver.packages
}

output "size" {
  description = "What came with the package."
  value       = "${dashserv_vserver.shop.cores} cores, ${dashserv_vserver.shop.ram} GB RAM, ${dashserv_vserver.shop.disk} GB disk"
}
