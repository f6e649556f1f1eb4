terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# By name, or by id.
data "dashserv_vserver" "gateway" {
  name = "gateway-1"
}

output "gateway" {
  value = "${data.dashserv_vserver.gateway.ipv4_address} is ${data.dashserv_vserver.gateway.power_state}"
}
