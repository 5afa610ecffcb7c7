// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.WalkStage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires targets and contributes the walk's question "who can say yes". */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

  @Bean
  Targets targets(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Audit audit, Research research,
      MailDomains domains) {
    return new Targets(jdbc, ids, clock, sealing(keys), audit, research, domains, new TargetPlaces(jdbc));
  }

  @Bean
  NetworkListener targetsFollowNetworks(Targets targets) { return targets::followNetworks; }

  @Bean
  NetworkMoves networkMoves(JdbcClient jdbc) { return new NetworkMoves(jdbc); }

  @Bean
  Research research(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Audit audit) {
    return new Research(jdbc, ids, clock, sealing(keys), audit);
  }

  @Bean
  MailDomains mailDomains(JdbcClient jdbc, Ids ids, KeyStore keys, ObjectProvider<PublicTargets> publicTargets) {
    return new MailDomains(jdbc, ids, sealing(keys), new BlindIndex(keys, Purpose.indexing("targets")), publicTargets);
  }

  @Bean
  NavEntry targetsEntry() { return new NavEntry(40, "nav.targets", "targets", "target", Power.RESEARCH); }

  @Bean
  MenuEntry networksEntry() { return MenuEntry.of(35, "networks.title", "networks/all", "building-2", Power.RESEARCH); }

  @Bean
  NetworkSearch networkSearch(JdbcClient jdbc, Networks networks) { return new NetworkSearch(jdbc, networks); }

  @Bean
  MenuEntry registersEntry() {
    return MenuEntry.ofInstallation(70, "registers.title", "/installation/registers", "building-2");
  }

  /** What nobody has found out yet is somebody's next step. */
  @Bean
  NextStep researchStep(Research research) {
    return actor -> actor.may(Power.RESEARCH)
        ? research.open(1)
            .stream()
            .findFirst()
            .map(item -> new NextStep.Step(30,
                item.entry().question().isPresent() ? "research.next" : "research.next.who",
                "research.next.detail", List.of(item.entry().question().orElse("")), "targets/" + item.target(),
                "research.next.action"))
        : Optional.empty();
  }

  @Bean
  Registers registers(JdbcClient jdbc) { return new Registers(jdbc); }

  @Bean
  RegisterImport registerImport(JdbcClient jdbc, Transactions transactions, DataSource dataSource, Clock clock) {
    return new RegisterImport(jdbc, transactions, new RegisterRows(jdbc, dataSource), clock);
  }

  @Bean
  LocalNetworks localNetworks(JdbcClient jdbc, KeyStore keys, ObjectProvider<NetworkListener> listeners) {
    return new LocalNetworks(jdbc, new LocalSales(jdbc, sealing(keys)), new LocalDrawing(jdbc), new NetworkSizes(jdbc),
        listeners);
  }

  @Bean
  Verdicts verdicts(JdbcClient jdbc, Clock clock, Audit audit, LocalNetworks networks, NetworkMoves moves) {
    return new Verdicts(jdbc, clock, audit, networks, moves);
  }

  @Bean
  Sales sales(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Audit audit, LocalNetworks networks) {
    return new Sales(jdbc, ids, clock, sealing(keys), audit, networks);
  }

  private static FieldCipher sealing(KeyStore keys) { return new FieldCipher(keys, Purpose.sealing("targets")); }

  @Bean
  LoadedRegisters loadedRegisters(JdbcClient jdbc) { return new LoadedRegisters(jdbc); }

  @Bean
  RegisterUploads registerUploads(@Value("${groundwork.data}") Path data) {
    return new RegisterUploads(data.resolve("registers"));
  }

  @Bean
  RelinkJob relinkJob(Verdicts verdicts) { return new RelinkJob(verdicts); }

  @Bean
  RegisterJob registerJob(RegisterImport imports, RegisterUploads uploads, Locals locals, Transactions transactions,
      ObjectProvider<Jobs> jobs, RelinkJob relink) {
    return new RegisterJob(imports, uploads, locals, transactions, jobs, relink);
  }

  @Bean
  RegisterStart registerStart(Jobs jobs, RegisterJob kind, RegisterUploads uploads, Transactions transactions,
      JdbcClient jdbc) {
    return new RegisterStart(jobs, kind, uploads, transactions, jdbc);
  }

  /** What was sent with a form that nobody sent again goes after a day. */
  @Bean
  RecurringStart waitingRegisters(RegisterUploads uploads, Clock clock) {
    return new RecurringStart("waiting-registers", "0 40 3 * * *", ZoneOffset.UTC,
        () -> uploads.forgetWaiting(clock.instant().minus(Duration.ofDays(1))));
  }

  /** Whoever runs the installation is reminded, last of all, that a register would help. */
  @Bean
  NextStep registerStep(LoadedRegisters registers) {
    return actor -> actor.runsInstallation() && registers.all().isEmpty()
        ? Optional
            .of(new NextStep.Step(5, "registers.next", "", List.of(), "/installation/registers", "registers.load"))
        : Optional.empty();
  }

  @Bean
  NetworkView networkView(JdbcClient jdbc) { return new NetworkView(jdbc); }

  @Bean
  LinkView linkView(JdbcClient jdbc) { return new LinkView(jdbc); }

  @Bean
  Dossiers dossiers(JdbcClient jdbc, LinkView links) { return new Dossiers(jdbc, links, new HomeAddresses(jdbc)); }

  @Bean
  PastView pastView(JdbcClient jdbc, Sales sales) { return new PastView(jdbc, sales); }

  @Bean
  Networks networks(LocalNetworks networks, NetworkView view, PastView past) {
    return new Networks() {
      @Override
      public Optional<String> of(String registerSite) { return networks.networkOf(registerSite); }

      @Override
      public Optional<String> of(String registerSite, LocalDate day) { return networks.networkOf(registerSite, day); }

      @Override
      public Optional<Face> face(String network) { return past.face(network, view.face(network)); }
    };
  }

  @Bean
  WalkStage targetStage(Targets targets) {
    return new WalkStage(50, "start/who-can-say-yes", () -> !targets.all().isEmpty());
  }
}
