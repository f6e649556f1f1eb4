variable "name" {
  description = "Name of the server. The API cannot rename a server, so a new name means a new server."
  type        = string
  default     = "quickstart"
}

variable "location" {
  description = "Where it runs: a location's display name, its uuid, or a country code if the country has only one location."
  type        = string
  default     = "Skylink, Eygelshoven"
}

variable "cores" {
  description = "CPU cores."
  type        = number
  default     = 1
}

variable "ram" {
  description = "RAM in GB."
  type        = number
  default     = 2
}

variable "disk" {
  description = "Disk in GB, in steps of 10."
  type        = number
  default     = 40
}

variable "image" {
  description = "Operating system; the data source dashserv_vserver_images lists what there is."
  type        = string
  default     = "debian11"
}

variable "max_monthly_price" {
  description = "The most that the server may cost, EUR per month including tax."
  type        = number
  default     = 10
}
