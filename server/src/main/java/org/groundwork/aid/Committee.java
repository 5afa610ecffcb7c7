// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The elected committee decides: two of them who say the same, neither of whom asks or is close to who asks. An appeal is
 * decided by two others. Runs inside the caller's transaction.
 */
public final class Committee {
  private static final int CODE = 6;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Tokens tokens;
  private final Parts parts;

  Committee(JdbcClient jdbc, Clock clock, Seals seals, Tokens tokens, Parts parts) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.tokens = tokens;
    this.parts = parts;
  }

  /** What the committee works with. */
  record Parts(Requests requests, Rulebook rules, Eligibility eligibility, AidFund fund, Deciders deciders, Cases cases,
      AidPost post, Audit audit) {
    Opinions opinions() { return deciders.opinions(); }

    Closeness closeness() { return deciders.closeness(); }

    Mandates mandates() { return deciders.mandates(); }
  }

  /**
   * A request that is to be decided.
   *
   * @param hitBack whether whoever asks is being hit back at for what they did
   */
  public record Waiting(Request request, boolean hitBack) {}

  /** What somebody of the committee may decide: whoever is hit back at first, then what is due first. */
  public List<Waiting> waiting(UUID member) {
    return parts.requests()
        .in(Request.State.OPEN)
        .stream()
        .filter(request -> may(member, request))
        .map(request -> new Waiting(request, hitBack(request)))
        .sorted(Comparator.comparing(Waiting::hitBack)
            .reversed()
            .thenComparing(each -> each.request().wish().orElseThrow().dueAt()))
        .toList();
  }

  /** What was decided lately and somebody of the committee may look at, the latest first. */
  public List<Request> decided(UUID member, int most) {
    Set<UUID> close = parts.closeness().of(member);
    return jdbc.sql(RequestRows.SELECT + " and r.state in ('granted', 'declined', 'paid') and r.reasons_gone_on is null"
        + " order by r.decided_at desc, r.id desc limit :most")
        .param("local", Scope.local())
        .param("most", most)
        .query(new RequestRows(seals))
        .list()
        .stream()
        .filter(request -> request.person().filter(person -> !close.contains(person)).isPresent())
        .toList();
  }

  /** Whether whoever asks is being hit back at for what they did. */
  public boolean hitBack(Request request) {
    return request.person().filter(person -> parts.cases().ofPerson(person).stream().anyMatch(Case::open)).isPresent();
  }

  /** Whether somebody of the committee may look at a request: it is not theirs, nor of somebody close to them. */
  public boolean mayRead(UUID member, Request request) {
    return parts.deciders().mayRead(member, request);
  }

  /** Whether somebody of the committee may decide on it: besides, they did not decide what it is an appeal against. */
  public boolean may(UUID member, Request request) {
    return parts.deciders().may(member, request);
  }

  /** What was said to a request. */
  public List<Opinion> opinions(UUID request) { return parts.opinions().of(request); }

  /** Whom somebody can choose not to let see what they ask: everybody else of the committee. */
  public List<UUID> others(UUID person) {
    Set<UUID> close = parts.closeness().of(person);
    return parts.mandates()
        .everywhere(Power.GIVE_AID)
        .stream()
        .filter(member -> !close.contains(member))
        .toList();
  }

  /**
   * Keeps what somebody asks from people of the committee, now and later.
   *
   * @return false, and nothing is kept, if fewer than two who can decide would be left
   */
  public boolean keepFrom(UUID person, Set<UUID> members) {
    parts.rules().hold();
    List<UUID> others = others(person);
    var chosen = others.stream().filter(members::contains).toList();
    if (!chosen.isEmpty() && others.size() - chosen.size() < 2) {
      return false;
    }
    parts.closeness().keepFrom(person, chosen);
    return true;
  }

  /** How many of the committee there are. */
  public int size() {
    return parts.mandates().everywhere(Power.GIVE_AID).size();
  }

  /** The most that can be granted to a request now; empty while the fund has no rules. */
  public Optional<Limits> limits(Request request) {
    return parts.rules().find().map(rules -> limits(rules, request));
  }

  private Limits limits(AidRules rules, Request request) {
    long already = request.appealOf().flatMap(parts.requests()::find).map(Request::granted).orElse(0L);
    long before = request.person().map(parts.eligibility()::before).orElse(0L);
    return Limits.of(rules, parts.fund().free(), already, before);
  }

  /** Somebody of the committee says that they are close to who asks. It stays. */
  public void excludeOneself(UUID member, Request request) {
    parts.rules().hold();
    parts.closeness().declare(member, request);
  }

  /**
   * Somebody of the committee says something to a request that they {@link #may} decide on.
   *
   * @throws IllegalArgumentException if they may not
   */
  public Said say(UUID member, UUID id, Opinion.Saying saying) {
    Optional<AidRules> rules = parts.rules().hold();
    Optional<Request> found = parts.requests().find(id).filter(Request::open);
    if (rules.isEmpty() || found.isEmpty()) {
      return new Said.Over();
    }
    Request request = found.get();
    if (!may(member, request)) {
      throw new IllegalArgumentException("not theirs to decide");
    }
    if (saying instanceof Opinion.Saying.Yes(long amount)) {
      parts.fund().hold();
      long most = Math.min(request.asked(), limits(rules.get(), request).most());
      if (amount > most) {
        return new Said.TooMuch(most);
      }
    }
    return noted(member, request, saying);
  }

  private Said noted(UUID member, Request request, Opinion.Saying saying) {
    parts.opinions().save(request.id(), member, saying);
    List<UUID> committee = parts.mandates().everywhere(Power.GIVE_AID);
    Optional<UUID> second = parts.opinions()
        .of(request.id())
        .stream()
        .filter(other -> !other.member().equals(member) && same(other.saying(), saying))
        .map(Opinion::member)
        .filter(other -> committee.contains(other) && may(other, request))
        .findFirst();
    if (second.isEmpty()) {
      parts.audit().record("aid-opinion", subject(request), "");
      return new Said.Noted();
    }
    parts.opinions().count(request.id(), List.of(member, second.get()));
    decide(request, saying);
    return new Said.Decided();
  }

  private static boolean same(Opinion.Saying one, Opinion.Saying other) {
    return one instanceof Opinion.Saying.No ? other instanceof Opinion.Saying.No : one.equals(other);
  }

  private void decide(Request request, Opinion.Saying saying) {
    switch (saying) {
      case Opinion.Saying.Yes(long amount) -> grant(request, amount);
      case Opinion.Saying.No no -> decline(request, no);
    }
    parts.post().answered(request);
  }

  private void grant(Request request, long amount) {
    boolean cash = request.wish().filter(wish -> wish.way() == PayWay.CASH).isPresent();
    jdbc.sql("""
        update aid.request set state = 'granted', granted = ?, code = ?::bytea, decided_at = ?,
          version = version + 1, changed_by = null, changed_at = ? where local_id = ? and id = ?""")
        .param(amount)
        .param(cash ? seals.seal("request", "code", request.id(), tokens.written(CODE)) : null)
        .params(Scope.now(clock), Scope.now(clock), Scope.local(), request.id())
        .update();
    parts.audit().record("aid-granted", subject(request), "");
  }

  private void decline(Request request, Opinion.Saying.No no) {
    jdbc.sql("""
        update aid.request set state = 'declined', because = ?, answer = ?::bytea, decided_at = ?,
          version = version + 1, changed_by = null, changed_at = ? where local_id = ? and id = ?""")
        .param(no.because().key())
        .param(seals.sealIfAny("request", "answer", request.id(), no.words()))
        .params(Scope.now(clock), Scope.now(clock), Scope.local(), request.id())
        .update();
    parts.audit().record("aid-declined", subject(request), "");
  }

  static SubjectRef subject(Request request) { return new SubjectRef("aid-request", request.id()); }
}
