package dk.effektspor.platform.postgres;

/** Where PostgreSQL answers and as whom to ask it. */
record PostgresAddress(String url, String user, String password) {

    static PostgresAddress external(PostgresSettings settings) {
        String url = settings.url();
        if (url == null) {
            throw new IllegalStateException("Neither an embedded nor an external PostgreSQL");
        }
        String user = settings.user();
        String password = settings.password();
        return new PostgresAddress(url, user == null ? "effektspor" : user, password == null ? "" : password);
    }

    @Override
    public String toString() {
        return url;
    }
}
