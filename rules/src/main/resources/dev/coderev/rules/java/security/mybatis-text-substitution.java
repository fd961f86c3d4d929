import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ProductMapper {
  // ruleid: java.security.mybatis-text-substitution
  @Select("select * from product where name like '%${name}%'")
  List<String> like(String name);

  // ruleid: java.security.mybatis-text-substitution
  @Delete("delete from product where id = ${id}")
  int delete(String id);

  // ok: java.security.mybatis-text-substitution
  @Select("select * from product where id = #{id}")
  String find(String id);

  // ok: java.security.mybatis-text-substitution
  @Update("update product set price = #{price} where id = #{id}")
  int price(String id, int price);
}

class PriceLabel {
  // ok: java.security.mybatis-text-substitution
  static final String TEMPLATE = "costs ${price}";
}
