# By the product's uuid; the data source dashserv_vservers lists them.
terraform import dashserv_vserver.web lLPgX
