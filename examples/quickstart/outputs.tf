output "quote" {
  description = "What the last order or resize costs: known in the plan, before any money is spent."
  value       = dashserv_vserver.web.quote
}

output "hourly_price" {
  description = "What is billed, EUR per hour including tax."
  value       = dashserv_vserver.web.hourly_price
}

output "ipv4_address" {
  description = "Where to reach it."
  value       = dashserv_vserver.web.ipv4_address
}
