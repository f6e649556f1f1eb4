import {
  to = dashserv_backup_restore.rollback
  id = "lLPgX/Nl8cU"
}
