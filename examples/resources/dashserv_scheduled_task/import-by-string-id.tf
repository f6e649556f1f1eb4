import {
  to = dashserv_scheduled_task.nightly
  id = "lLPgX/q2ZtB"
}
