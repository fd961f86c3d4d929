import java.io.File
import java.io.FileInputStream
import javax.servlet.http.HttpServletRequest

class Downloads {
    fun read(request: HttpServletRequest): ByteArray {
        val name = request.getParameter("file")
        // ruleid: kotlin.security.path-traversal
        return File("/srv/files", name).readBytes()
    }

    fun open(request: HttpServletRequest): FileInputStream {
        // ruleid: kotlin.security.path-traversal
        return FileInputStream("/srv/files/" + request.getParameter("file"))
    }

    fun numbered(request: HttpServletRequest): ByteArray {
        val number = request.getParameter("number").toInt()
        // ok: kotlin.security.path-traversal
        return File("/srv/files", "$number.txt").readBytes()
    }

    fun fixed(): ByteArray {
        // ok: kotlin.security.path-traversal
        return File("/srv/files", "readme.txt").readBytes()
    }
}
