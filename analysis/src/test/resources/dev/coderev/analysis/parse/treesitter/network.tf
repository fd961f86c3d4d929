# A small network.
variable "zone" {
  default = "north-1"
}

resource "shelf" "books" {
  count  = var.zone == "north-1" && !local.closed ? 2 * 3 : -1
  name   = "${var.zone}-books-$${raw}"
  labels = { kind = "wood", "size" : 4, (var.key) = null }
  ids    = [for i, s in local.all : upper(s) if s != ""]
  map    = { for k, v in var.m : k => v... }
  first  = module.rooms[0].doors[*].id
  notes  = <<-END
    Made for ${var.owner}
  END

  lock {
    strong = true
  }
}
