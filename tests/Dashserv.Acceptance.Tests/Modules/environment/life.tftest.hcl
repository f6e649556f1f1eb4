run "the_plan_knows_the_price" {
  command = plan

  assert {
    condition     = dashserv_vserver.web.quote.monthly_gross == 2.17
    error_message = "The plan should have known the quote."
  }
}

run "it_is_delivered" {
  assert {
    condition     = dashserv_vserver.web.status == "okay" && data.dashserv_vserver.web.power_state == "online"
    error_message = "The server should have been delivered, and be online."
  }

  assert {
    condition     = can(cidrnetmask("${dashserv_vserver.web.ipv4_address}/${dashserv_vserver.web.ipv4_prefix}"))
    error_message = "The server should have had an address."
  }
}

run "it_grows_in_place" {
  variables {
    ram = 4
  }

  assert {
    condition     = dashserv_vserver.web.id == run.it_is_delivered.id && dashserv_vserver.web.ram == 4
    error_message = "The server should have been the same, with more memory."
  }
}
