import jakarta.persistence.EntityManager;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

class MemberController {
  private MemberRepository memberRepository;
  private EntityManager entities;

  @PostMapping("/members")
  void create(@RequestBody Member member) {
    // ruleid: java.security.mass-assignment
    memberRepository.save(member);
  }

  @PostMapping("/members/form")
  void form(@ModelAttribute Member member) {
    // ruleid: java.security.mass-assignment
    entities.persist(member);
  }

  @PostMapping("/members/dto")
  void dto(@RequestBody MemberRequest body) {
    Member member = new Member();
    member.name = body.name();
    // ok: java.security.mass-assignment
    memberRepository.save(member);
  }

  void internal(Member member) {
    // ok: java.security.mass-assignment
    memberRepository.save(member);
  }
}

record MemberRequest(String name) {}

class Member {
  String name;
  String role;
}

interface MemberRepository extends JpaRepository<Member, Long> {}
