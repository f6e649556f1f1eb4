import {
  to = dashserv_vserver.web
  id = "lLPgX"
}
