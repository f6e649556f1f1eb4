terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# The data source dashserv_order_form lists the options and locations of "webhosting".
resource "dashserv_product" "site" {
  product           = "webhosting"
  location          = "Skylink, Eygelshoven"
  max_monthly_price = 10

  options = {
    domain = "example.com"
  }
}
