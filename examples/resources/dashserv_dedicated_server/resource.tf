terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# The data source dashserv_order_form lists the options and locations of "dedicated-server:h5HGC".
resource "dashserv_dedicated_server" "db" {
  model             = "h5HGC"
  location          = "Skylink, Eygelshoven"
  hostname          = "db-1.example.com"
  template          = "Debian 11 (Bullseye)"
  max_monthly_price = 100

  deletion_protection = true
}
