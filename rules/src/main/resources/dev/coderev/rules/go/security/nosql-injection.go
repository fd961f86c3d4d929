package documents

import (
	"context"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(ctx context.Context, people *mongo.Collection, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go.security.nosql-injection
	people.Find(ctx, bson.M{"$where": "this.name == '" + name + "'"})

	var filter bson.M
	// ruleid: go.security.nosql-injection
	bson.UnmarshalExtJSON([]byte(r.FormValue("filter")), true, &filter)
	people.Find(ctx, filter)
	// ok: go.security.nosql-injection
	people.Find(ctx, bson.M{"name": name})
	// ok: go.security.nosql-injection
	people.Find(ctx, bson.M{"$where": "this.a == this.b"})
}
