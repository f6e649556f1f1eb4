import {
  to = dashserv_backup.before_upgrade
  id = "lLPgX/Nl8cU"
}
