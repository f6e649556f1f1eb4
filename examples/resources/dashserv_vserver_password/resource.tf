terraform {
  required_providers {
    dashserv = {
      source = "dashserv/dashserv"
    }
  }
}

# Make the keys with:
#   openssl genrsa -traditional -out private.pem 4096
#   openssl rsa -in private.pem -pubout -out public.pem
variable "public_key" {
  description = "RSA public key in PEM: the contents of public.pem."
  type        = string
}

resource "dashserv_vserver" "web" {
  name     = "web-1"
  location = "Skylink, Eygelshoven"
  cores    = 2
  ram      = 4
  disk     = 80
  image    = "debian11"
}

# The state holds the password encrypted. To read it, without writing it anywhere:
#   echo 'rsadecrypt(dashserv_vserver_password.root.encrypted_password, file("private.pem"))' | terraform console
resource "dashserv_vserver_password" "root" {
  vserver_id = dashserv_vserver.web.id
  public_key = var.public_key
  keepers    = { rotated = "2024-06" }
}
