package mail

import (
	"mime"
	"net/http"
	"net/smtp"
)

func contact(r *http.Request, auth smtp.Auth) {
	subject := r.FormValue("subject")
	to := []string{"desk@example.com"}
	// ruleid: go.security.mail-header-injection
	smtp.SendMail("mx:25", auth, "web@example.com", to, []byte("Subject: "+subject+"\r\n\r\nhello"))

	encoded := mime.QEncoding.Encode("utf-8", subject)
	// ok: go.security.mail-header-injection
	smtp.SendMail("mx:25", auth, "web@example.com", to, []byte("Subject: "+encoded+"\r\n\r\nhello"))
	// ok: go.security.mail-header-injection
	smtp.SendMail("mx:25", auth, "web@example.com", to, []byte("Subject: Hello\r\n\r\nhello"))
}
