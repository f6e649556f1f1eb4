import {
  to = dashserv_product.site
  id = "webhosting/lLPgX"
}
