-- Means: from the donor line to the payment, as exact decimals, two people for every payment.

create table budget_line (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  funder uuid not null,
  code text not null,
  name trilingual not null,
  currency text not null constraint budget_line_currency_form check (currency ~ '^[A-Z]{3}$'),
  amount numeric(14,2) not null constraint budget_line_amount check (amount >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint budget_line_key primary key (organisation, id),
  constraint budget_line_in_edition unique (organisation, edition, id),
  constraint budget_line_in_currency unique (organisation, edition, id, currency),
  constraint budget_line_code_once unique (organisation, edition, code),
  constraint budget_line_funder foreign key (organisation, funder) references funder (organisation, id),
  constraint budget_line_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on column budget_line.recorded_by is 'Null when the line came with the file of the edition through the command line.';

create table award (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  project uuid not null,
  budget_line uuid not null,
  kind text not null constraint award_kind_known check (kind in ('seed', 'prize')),
  rank smallint,
  amount numeric(14,2) not null constraint award_amount check (amount > 0),
  currency text not null,
  awarded_on date not null,
  awarded_at timestamptz not null,
  awarded_by uuid not null,
  constraint award_key primary key (organisation, id),
  constraint award_in_edition unique (organisation, edition, id),
  constraint award_once unique (organisation, project, kind),
  constraint award_prize_ranked check ((kind = 'prize') = (rank is not null)),
  constraint award_rank_once unique (organisation, edition, kind, rank),
  constraint award_project foreign key (organisation, edition, project) references project (organisation, edition, id),
  constraint award_line foreign key (organisation, edition, budget_line, currency) references budget_line (organisation, edition, id, currency),
  constraint award_author foreign key (organisation, awarded_by) references person (organisation, id)
);
create index award_by_line on award (organisation, budget_line);
comment on table award is 'Money promised to a project from one line: the seed fund, or a prize with its rank.';

create table agreement (
  organisation uuid not null,
  award uuid not null,
  signed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint agreement_key primary key (organisation, award),
  constraint agreement_award foreign key (organisation, award) references award (organisation, id),
  constraint agreement_author foreign key (organisation, recorded_by) references person (organisation, id)
);

create table instalment (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  award uuid not null,
  position smallint not null,
  amount numeric(14,2) not null constraint instalment_amount check (amount > 0),
  condition text not null constraint instalment_condition_known check (condition in ('signature', 'accepted-report', 'none')),
  due_on date,
  met_on date,
  met_at timestamptz,
  met_by uuid,
  released_at timestamptz,
  released_by uuid,
  release_reason text,
  constraint instalment_key primary key (organisation, id),
  constraint instalment_position_once unique (organisation, award, position),
  constraint instalment_with_amount unique (organisation, edition, id, amount),
  constraint instalment_met check ((met_at is null) = (met_by is null) and (met_at is null) = (met_on is null)),
  constraint instalment_position_counts check (position > 0),
  constraint instalment_released check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null)),
  constraint instalment_award foreign key (organisation, edition, award) references award (organisation, edition, id)
);
comment on table instalment is 'A part of an award and the condition to pay it (agreement signed, report accepted). met_on: the day the condition came to hold, recorded at met_at; released_at: the money goes back to its line and is never paid.';

create table payment (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  instalment uuid not null,
  amount numeric(14,2) not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  paid_on date,
  reference text,
  recorded_at timestamptz,
  recorded_by uuid,
  refused_at timestamptz,
  refused_by uuid,
  refuse_reason text,
  constraint payment_key primary key (organisation, id),
  constraint payment_two_people check (approved_by is null or approved_by <> prepared_by),
  constraint payment_approved check ((approved_at is null) = (approved_by is null)),
  constraint payment_paid check ((paid_on is null) = (reference is null) and (paid_on is null) = (recorded_by is null) and (paid_on is null) = (recorded_at is null) and (paid_on is null or approved_at is not null)),
  constraint payment_refused check ((refused_at is null) = (refused_by is null) and (refused_at is null) = (refuse_reason is null) and (refused_at is null or paid_on is null)),
  constraint payment_whole_instalment foreign key (organisation, edition, instalment, amount) references instalment (organisation, edition, id, amount),
  constraint payment_preparer foreign key (organisation, prepared_by) references person (organisation, id),
  constraint payment_approver foreign key (organisation, approved_by) references person (organisation, id)
);
comment on table payment is 'One instalment, paid whole: prepared by one person, approved by another, then executed with its bank reference.';
create unique index payment_once on payment (organisation, instalment) where refused_at is null;
create unique index payment_reference_once on payment (organisation, reference) where paid_on is not null;
comment on index payment_reference_once is 'One line of a bank statement pays one payment.';

create table ledger_entry (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  debit text not null,
  credit text not null,
  amount numeric(14,2) not null constraint ledger_entry_amount check (amount > 0),
  currency text not null,
  occurred_on date not null,
  object uuid not null,
  kind text not null constraint ledger_entry_kind_known check (kind in ('commitment', 'payment', 'release')),
  written_at timestamptz not null,
  written_by uuid not null,
  constraint ledger_entry_key primary key (organisation, id),
  constraint ledger_entry_two_accounts check (debit <> credit),
  constraint ledger_entry_accounts check (
    (kind = 'commitment' and debit ~ '^committed:' and credit ~ '^line:')
    or (kind = 'payment' and debit ~ '^paid:' and credit ~ '^committed:')
    or (kind = 'release' and debit ~ '^line:' and credit ~ '^committed:')
  ),
  constraint ledger_entry_one_line check (substr(debit, strpos(debit, ':')) = substr(credit, strpos(credit, ':'))),
  constraint ledger_entry_once unique (organisation, kind, object),
  constraint ledger_entry_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table ledger_entry is 'One row with its debit and its credit account (line:CODE, committed:CODE, paid:CODE): the books balance by construction. object is the award, payment or released instalment it stands for.';
