terraform import dashserv_product.site webhosting/lLPgX
