terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# What a freely chosen vserver can be ordered with.
data "dashserv_order_form" "vserver" {
  product = "vserver:configure"
}

output "locations" {
  value = [for l in data.dashserv_order_form.vserver.locations : l.name]
}

output "options" {
  value = { for o in data.dashserv_order_form.vserver.options : o.name => o.choices[*].display }
}
