# One virtual server, from nothing. Read it from top to bottom; every value that you may want to
# change is a variable in variables.tf.
#
# You need an API token from dashserv's customer panel. Keep it out of the files:
#
#   export DASHSERV_TOKEN=...
#   terraform init
#   terraform plan     # shows what it will cost, and orders nothing
#   terraform apply    # orders it: from here on it costs money
#   terraform destroy  # terminates it (resellers only)

terraform {
  required_version = ">= 1.5"

  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# The token comes from the environment, so there is nothing to write here.
provider "dashserv" {}

resource "dashserv_vserver" "web" {
  name     = var.name
  location = var.location

  # These grow in place: the server restarts and keeps its disk and its address.
  # The disk never shrinks.
  cores = var.cores
  ram   = var.ram
  disk  = var.disk

  # A change replaces the server, unless on_os_change says "reinstall".
  image = var.image

  # A plan that would cost more than this fails.
  max_monthly_price = var.max_monthly_price

  # Somebody shut it down by accident? The next apply starts it.
  power_state = "online"

  # Set this for anything that you would miss: destroying or replacing it then fails in the plan.
  deletion_protection = false
}
