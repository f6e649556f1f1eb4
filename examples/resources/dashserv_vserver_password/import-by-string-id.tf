import {
  to = dashserv_vserver_password.root
  id = "lLPgX"
}
