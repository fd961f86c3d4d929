package shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Shows the orders of a customer and remembers who asked. */
public class OrderServlet extends HttpServlet {
  private final OrderTable orders;
  private final Random random = new Random();

  public OrderServlet(OrderTable orders) {
    this.orders = orders;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String customer = request.getParameter("customer");
    String sort = request.getParameter("sort");
    try {
      List<Order> found = orders.ofCustomer(customer, sort == null ? "placed" : sort);
      writePage(response, customer, found);
    } catch (SQLException e) {
      response.sendError(500, e.getMessage());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String back = request.getParameter("back");
    Cookie cookie = new Cookie("cart", Long.toHexString(random.nextLong()));
    cookie.setHttpOnly(true);
    cookie.setSecure(false);
    response.addCookie(cookie);
    response.sendRedirect(back == null ? "/orders" : back);
  }

  private void writePage(HttpServletResponse response, String customer, List<Order> found)
      throws IOException {
    PrintWriter page = response.getWriter();
    page.println("<h1>Orders of " + customer + "</h1>");
    page.println("<p>" + found.size() + " orders</p>");
  }
}
