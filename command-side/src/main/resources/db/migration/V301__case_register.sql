-- Which number, citizen and target group a case was opened with. A row that is not opened is a reservation: it may be
-- taken over once no event carries it.
create table case_register (
    case_id      uuid    primary key,
    case_number  text    not null unique,
    citizen_id   uuid    not null,
    target_group text    not null,
    cpr          text    not null, -- sealed under the citizen's key
    opened       boolean not null
);
