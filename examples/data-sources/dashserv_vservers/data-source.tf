terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# Every server whose name begins with web-, wherever it runs.
data "dashserv_vservers" "web" {
  name_regex = "^web-"
  status     = "okay"
}

output "addresses" {
  value = { for s in data.dashserv_vservers.web.vservers : s.name => s.ipv4_address }
}
