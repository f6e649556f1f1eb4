terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# What a vserver can be installed with.
data "dashserv_vserver_images" "all" {}

output "debian" {
  value = [for i in data.dashserv_vserver_images.all.images : i.name if i.group == "debian"]
}
