package shop.web

import scala.io.Source
import play.api.{Logger, Mode => Running}
import java.util._

@Singleton
class Orders(ws: Client, val limit: Int = 3)(implicit ec: Context) extends Base(1) with Logged {
  private lazy val names: String = "a\tb"
  var count = 0

  def index(id: String, rest: Int*): Action[Text] = Action.async(parse) { implicit request =>
    val found = request.body.get
    if (found > 1 && !count.isEmpty) one(found) else { two() }
    for (i <- found; if i > 1) println(i)
    found match {
      case 1 => "one"
      case Some(v) if v > 2 => s"many ${v + 1} of $found"
      case _ => null
    }
    try { work() } catch { case e: Exception => log(e) } finally { done() }
    while (true) { count += 1 }
    val (a, b) = (1, 'c')
    found.map(x => x * 2.5).filter(_ > 3)
    throw new Failure("late", cause = e)
  }
}

object Main extends App
