package dev.coderev.server.project.team;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.identity.UserDirectory.UserSummary;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.registry.Members;
import dev.coderev.server.project.registry.Members.Member;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of a project. */
@RestController
class TeamController {
  /** A member as the others see one. */
  record MemberView(
      String id,
      String userId,
      String name,
      String email,
      ProjectRole role,
      Optional<String> avatar,
      Instant joinedAt) {}

  /** Who is to join. */
  record Joining(@Nullable String userId, @Nullable String email, @Nullable String role) {}

  /** The new role. */
  record RoleEdit(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String role) {}

  /** A member who was added. */
  record Added(String id, String userId, ProjectRole role, String message) {}

  /** The role that a member has now. */
  record RoleView(ProjectRole role) {}

  private final ProjectAccess projects;
  private final Members members;
  private final UserDirectory users;
  private final AuditLog audit;

  TeamController(ProjectAccess projects, Members members, UserDirectory users, AuditLog audit) {
    this.projects = projects;
    this.members = members;
    this.users = users;
    this.audit = audit;
  }

  @GetMapping("/api/projects/{id}/team")
  @Access(value = Who.READ, scope = Scope.PROJECT_READ)
  Page<MemberView> list(@PathVariable String id, Caller caller, Paging paging) {
    projects.require(caller, id, ProjectRole.VIEWER);
    Page<Member> page = members.of(id, paging);
    Map<String, UserSummary> known =
        users.byIds(page.items().stream().map(Member::userId).toList());
    return page.map(member -> view(member, Optional.ofNullable(known.get(member.userId()))));
  }

  private MemberView view(Member member) {
    return view(member, users.byId(member.userId()));
  }

  private static MemberView view(Member member, Optional<UserSummary> user) {
    return new MemberView(
        member.id(),
        member.userId(),
        user.map(UserSummary::name).orElse(""),
        user.map(UserSummary::email).orElse(""),
        member.role(),
        user.flatMap(UserSummary::avatar),
        member.joinedAt());
  }

  @PostMapping("/api/projects/{id}/team")
  @Idempotent
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<Added> add(
      @PathVariable String id, @RequestBody Joining body, Caller caller) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    Faults faults = new Faults();
    if ((body.userId() == null) == (body.email() == null)) {
      faults.add("user_id", "give either user_id or email", "missing");
    }
    String wanted = body.role() == null ? ProjectRole.MEMBER.id() : body.role();
    faults.oneOf("role", wanted, ProjectRole.IDS).throwIfAny();
    ProjectRole role = ProjectRole.byId(wanted).orElseThrow();
    requireRightOver(role, id, caller);
    UserSummary user =
        Optional.ofNullable(body.userId())
            .flatMap(users::byId)
            .or(() -> Optional.ofNullable(body.email()).flatMap(users::byEmail))
            .orElseThrow(Problem::notFound);
    String member = members.add(id, user.id(), role);
    audit.record(
        AuditEntry.of("member_added", caller)
            .on("project", id)
            .detail("user", user.id())
            .detail("role", role.id()));
    return ResponseEntity.created(URI.create("/api/projects/" + id + "/team"))
        .body(new Added(member, user.id(), role, "The member is added."));
  }

  /** Only an owner decides on owners. */
  private void requireRightOver(ProjectRole role, String projectId, Caller caller) {
    if (role == ProjectRole.OWNER) {
      projects.require(caller, projectId, ProjectRole.OWNER);
    }
  }

  @PatchMapping("/api/projects/{id}/team/{memberId}")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @Transactional
  public RoleView change(
      @PathVariable String id,
      @PathVariable String memberId,
      @RequestBody RoleEdit body,
      Caller caller,
      IfMatch ifMatch) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    new Faults().oneOf("role", body.role(), ProjectRole.IDS).throwIfAny();
    ProjectRole role = ProjectRole.byId(String.valueOf(body.role())).orElseThrow();
    Member member = member(id, memberId);
    ifMatch.require(view(member));
    requireRightOver(role, id, caller);
    requireRightOver(member.role(), id, caller);
    if (role != ProjectRole.OWNER) {
      keepAnOwner(member);
    }
    members.setRole(memberId, role);
    audit.record(
        AuditEntry.of("privilege_change", caller)
            .on("project", id)
            .detail("user", member.userId())
            .detail("role", role.id()));
    return new RoleView(role);
  }

  @DeleteMapping("/api/projects/{id}/team/{memberId}")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void remove(
      @PathVariable String id, @PathVariable String memberId, Caller caller, IfMatch ifMatch) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    Member member = member(id, memberId);
    ifMatch.require(view(member));
    requireRightOver(member.role(), id, caller);
    keepAnOwner(member);
    members.remove(memberId);
    audit.record(
        AuditEntry.of("member_removed", caller).on("project", id).detail("user", member.userId()));
  }

  private Member member(String projectId, String memberId) {
    return members.find(projectId, memberId).orElseThrow(Problem::notFound);
  }

  private void keepAnOwner(Member member) {
    if (member.role() == ProjectRole.OWNER && members.owners(member.projectId()) <= 1) {
      throw Problem.of(ProblemCode.LAST_OWNER);
    }
  }
}
