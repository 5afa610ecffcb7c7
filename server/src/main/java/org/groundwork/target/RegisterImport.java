// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.Linker;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Register;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.Source;
import org.groundwork.linkage.Verdicts;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports a public register for the whole installation: reads it, links its sites into networks, and puts the result in
 * place of what an earlier import of the same register left. Nothing of it is seen until all of it is there. Runs in the
 * installation's scope.
 */
public final class RegisterImport {
  /** Refused rows kept for the page; the count goes on. */
  public static final int MOST_REFUSALS = 10_000;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final RegisterRows rows;
  private final FormerOwners formers;
  private final FormerNetworks formerNetworks;
  private final NetworkSizes sizes;
  private final Clock clock;

  RegisterImport(JdbcClient jdbc, Transactions transactions, RegisterRows rows, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.rows = rows;
    this.formers = new FormerOwners(jdbc);
    this.formerNetworks = new FormerNetworks(jdbc);
    this.sizes = new NetworkSizes(jdbc);
    this.clock = clock;
  }

  /**
   * What an import came to.
   *
   * @param links how many links of the networks are explained
   */
  public record Result(UUID register, long sites, long networks, long links, long refused) {}

  /** A register read and linked, ready to be written. */
  public static final class Prepared {
    private final String code;
    private final String name;
    private final Mapping mapping;
    private final Optional<String> mappingText;
    private final Reading read;
    private final Linkage linkage;

    private Prepared(String code, String name, Mapping mapping, Optional<String> mappingText, Reading read,
        Linkage linkage) {
      this.code = code;
      this.name = name;
      this.mapping = mapping;
      this.mappingText = mappingText;
      this.read = read;
      this.linkage = linkage;
    }

    /** Rows that were not used, as many as are kept. */
    public List<RefusedRow> refusals() {
      return List.copyOf(read.refusals);
    }

    /** How many sites were read. */
    public int sites() { return read.sites.size(); }
  }

  /**
   * Reads and links, without touching the database.
   *
   * @param code lower-case letters and digits; stands before each site's identifier, so that registers do not collide
   * @param name what people call the register
   * @param progress is told how many rows were read
   */
  public static Prepared prepare(String code, String name, Mapping mapping, List<Source> sources,
      LongConsumer progress) {
    return prepare(code, name, mapping, Optional.empty(), sources, progress);
  }

  /** The same with a mapping that is none of the built-in and is kept with the register. */
  static Prepared prepare(String code, String name, Mapping mapping, Optional<String> mappingText,
      List<Source> sources, LongConsumer progress) {
    if (!code.matches("[a-z0-9]{2,20}")) {
      throw new IllegalArgumentException("a register's code is 2 to 20 lower-case letters and digits: " + code);
    }
    var read = new Reading(progress);
    Register.read(mapping, sources, read);
    return new Prepared(code, name, mapping, mappingText, read, link(read));
  }

  /** Writes what was prepared in place of an earlier import, in one transaction. */
  public Result write(Prepared ready) {
    return transactions.write(() -> replace(id(ready.code), ready));
  }

  static UUID id(String code) { return UUID.nameUUIDFromBytes(("register " + code).getBytes(StandardCharsets.UTF_8)); }

  /** Reads, links and writes. */
  public Result run(String code, String name, Mapping mapping, List<Source> sources, LongConsumer progress) {
    return write(prepare(code, name, mapping, sources, progress));
  }

  private static Linkage link(Reading read) {
    var linker = new Linker();
    read.sites.values().forEach(linker::add);
    return linker.link(Verdicts.NONE);
  }

  private Result replace(UUID register, Prepared ready) {
    var read = ready.read;
    jdbc.sql("set local statement_timeout = 0").update(); // a register of a large city takes longer than a page may
    var today = LocalDate.now(clock);
    var sold = formers.found(new FormerOwners.Fresh(register, ready.code, read.sites, read.older,
        new CompanyNetworks(register, read.sites.values(), ready.linkage)), today);
    rows.clear(register);
    enter(register, ready);
    rows.write(register, ready.code, read.sites.values(), ready.linkage, read.refusals);
    sizes.ofRegister(register);
    formers.keep(register, sold, today, clock.instant());
    formerNetworks.find(register);
    return new Result(register, read.sites.size(), ready.linkage.networks().size(), ready.linkage.links().size(),
        read.refused);
  }

  private void enter(UUID register, Prepared ready) {
    var now = Timestamp.from(clock.instant());
    jdbc.sql("""
        insert into target.register (id, name, code, mapping, mapping_text, state, read_rows, refused_rows, sites, networks,
          created_at, finished_at)
        values (?, ?, ?, ?, ?, 'done', ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set name = excluded.name, code = excluded.code, mapping = excluded.mapping,
          mapping_text = excluded.mapping_text, state = 'done', failure = null, read_rows = excluded.read_rows,
          refused_rows = excluded.refused_rows, sites = excluded.sites, networks = excluded.networks,
          finished_at = excluded.finished_at""")
        .params(register, ready.name, ready.code, ready.mapping.name())
        .param(ready.mappingText.orElse(null))
        .params(ready.read.sites.size() + ready.read.refused, ready.read.refused, ready.read.sites.size(),
            ready.linkage.networks().size(), now, now)
        .update();
  }

  /** Keeps the newest row of each site, those it replaced, and the refused rows. */
  private static final class Reading implements Register.Sink {
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, List<Site>> older = new HashMap<>();
    private final List<RefusedRow> refusals = new ArrayList<>();
    private final LongConsumer progress;
    private long refused;

    Reading(LongConsumer progress) { this.progress = progress; }

    @Override
    public void site(Site site) { sites.merge(site.id(), site, this::newer); }

    private Site newer(Site one, Site other) {
      Site counts = one.merge(other);
      Site replaced = counts.equals(one) ? other : one;
      if (!one.asOf().equals(other.asOf())) {
        older.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(replaced);
      }
      return counts;
    }

    @Override
    public void refused(RefusedRow row) {
      refused++;
      if (refusals.size() < MOST_REFUSALS) {
        refusals.add(row);
      }
    }

    @Override
    public void progress(long rows) { progress.accept(rows); }
  }
}
