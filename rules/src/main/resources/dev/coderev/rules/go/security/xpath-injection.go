package catalogue

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
)

func price(doc *xmlquery.Node, r *http.Request) {
	title := r.FormValue("title")
	// ruleid: go.security.xpath-injection
	xmlquery.FindOne(doc, "//book[title='"+title+"']/price")
	// ruleid: go.security.xpath-injection
	xpath.Compile(fmt.Sprintf("//book[@id='%s']", title))
	// ok: go.security.xpath-injection
	xmlquery.FindOne(doc, "//book/price")

	n, _ := strconv.Atoi(r.FormValue("n"))
	// ok: go.security.xpath-injection
	xmlquery.Find(doc, fmt.Sprintf("//book[%d]", n))
}
