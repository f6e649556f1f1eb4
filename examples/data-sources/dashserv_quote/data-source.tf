terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# What a package would cost. Nothing is ordered.
data "dashserv_quote" "small" {
  product  = "vserver"
  package  = "S"
  location = "Skylink, Eygelshoven"
}

output "price_of_a_working_week" {
  value = data.dashserv_quote.small.hourly_gross * 40
}
