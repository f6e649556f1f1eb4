terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# The token is best left to the environment (DASHSERV_TOKEN), or to a mounted secret:
provider "dashserv" {
  token_file = "/run/secrets/dashserv-token"
}

# A second account, used by resources that say provider = dashserv.customer_b.
provider "dashserv" {
  alias = "customer_b"
  token = var.customer_b_token

  # Be gentle to an API that others use too.
  requests_per_second = 5
}

variable "customer_b_token" {
  type      = string
  sensitive = true
}
