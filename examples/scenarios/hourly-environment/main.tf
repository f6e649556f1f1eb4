# A reseller's test environment that comes in the morning and goes in the evening:
#
#   terraform apply -var size=3
#   terraform destroy
#
# Resellers are billed by the hour, so what counts is that it is gone when it is not needed,
# and that nothing expensive slips in.

terraform {
  required_version = ">= 1.5"

  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

provider "dashserv" {}

variable "environment" {
  description = "Prefix of all names, so that environments do not get in each other's way."
  type        = string
  default     = "nightly"
}

variable "size" {
  description = "How many workers there are."
  type        = number
  default     = 2
}

variable "max_hourly_cost" {
  description = "EUR per hour for all that the account runs. More than that is warned of in every plan and apply."
  type        = number
  default     = 0.10
}

resource "dashserv_vserver" "worker" {
  count = var.size

  name              = "${var.environment}-worker-${count.index + 1}"
  location          = "Skylink, Eygelshoven"
  cores             = 1
  ram               = 2
  disk              = 40
  image             = "debian11"
  max_monthly_price = 5
}

# What the account runs, whoever made it: a worker that a failed run left behind counts too.
data "dashserv_vservers" "all" {
  depends_on = [dashserv_vserver.worker]
}

check "nothing_expensive" {
  assert {
    condition     = sum(concat([0], [for s in data.dashserv_vservers.all.vservers : coalesce(s.hourly_price, 0)])) <= var.max_hourly_cost
    error_message = "The account runs ${length(data.dashserv_vservers.all.vservers)} vservers, which together cost more than ${var.max_hourly_cost} EUR per hour."
  }
}

output "addresses" {
  value = { for s in dashserv_vserver.worker : s.name => s.ipv4_address }
}

output "hourly_cost" {
  description = "EUR per hour for this environment."
  value       = sum(concat([0], dashserv_vserver.worker[*].quote.hourly_gross))
}
