import {
  to = dashserv_dedicated_server.db
  id = "lLPgX"
}
