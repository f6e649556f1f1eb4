using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Configuration.ProviderModel>;

namespace Dashserv.Provider.Configuration;

/// <summary>The <c>provider "dashserv"</c> block.</summary>
internal sealed class ProviderModel
{
    public Value<string> Token;
    public Value<string> TokenFile;
    public Value<string> Endpoint;
    public Value<long> MaxConcurrentRequests;
    public Value<TfNumber> RequestsPerSecond;
    public Value<long> MaxRetries;
    public Value<bool> PlanChecks;
    public Value<string> PollInterval;
    public Value<string> OrderJournal;
    public Value<string> CustomerId;
    public Value<string> OnExistingName;

    /// <summary>Whether any value is only known after another resource was made.</summary>
    public bool HasUnknowns =>
        Token.IsUnknown || TokenFile.IsUnknown || Endpoint.IsUnknown || MaxConcurrentRequests.IsUnknown
        || RequestsPerSecond.IsUnknown || MaxRetries.IsUnknown || PlanChecks.IsUnknown || PollInterval.IsUnknown || OrderJournal.IsUnknown
        || CustomerId.IsUnknown || OnExistingName.IsUnknown;

    public static ObjectTable<ProviderModel> Table { get; } = new(
        Attr.Text("token", m => ref m.Token).Optional().Sensitive().Validate(Validators.NotEmpty())
            .Describe("API token. Environment: `DASHSERV_TOKEN`."),
        Attr.Text("token_file", m => ref m.TokenFile).Optional().Validate(Validators.NotEmpty())
            .Describe(
                "Path of a regular file of at most 64 KiB that holds the API token and nothing else, such as a mounted secret. Excludes `token`. "
                    + "Environment: `DASHSERV_TOKEN_FILE`."),
        Attr.Text("endpoint", m => ref m.Endpoint).Optional()
            .Describe(
                "Base address of the API; default `https://api.dashserv.io/v1`. `http://` is allowed only towards a loopback address. Environment: "
                    + "`DASHSERV_ENDPOINT`."),
        Attr.Integer("max_concurrent_requests", m => ref m.MaxConcurrentRequests).Optional().Validate(Validators.Between(1L, 1_000))
            .Describe("How many API requests may be under way at once, up to 1000; default 10."),
        Attr.Number("requests_per_second", m => ref m.RequestsPerSecond).Optional().Validate(Validators.Between<TfNumber>(0.01m, 10_000L))
            .Describe("Upper bound of API requests per second, from 0.01 to 10000; default unlimited."),
        Attr.Integer("max_retries", m => ref m.MaxRetries).Optional().Validate(Validators.Between(0L, 100))
            .Describe(
                "How often a request that may safely be sent again is, up to 100; default 6. The waits grow from 0.5 s to 30 s, and the API's own "
                    + "`Retry-After` wins. A refusal because of too many requests does not count; with 0, nothing is sent again, not even after that."),
        Attr.Text("order_journal", m => ref m.OrderJournal).Optional().Validate(Validators.NotEmpty())
            .Describe(
                "Folder in which each order is written down before it is sent, so that the next apply takes it up, and does not order again, should this one "
                    + "be killed; or `off`. Default: `dashserv-orders` in the state's data directory (`.terraform`). Environment: `DASHSERV_ORDER_JOURNAL`."),
        Attr.Text("customer_id", m => ref m.CustomerId).Optional().Validate(Validators.NotEmpty())
            .Describe(
                "Number of the customer whose account the token has to open: with another one's, nothing is read or ordered. Environment: "
                    + "`DASHSERV_CUSTOMER_ID`."),
        Attr.Text("on_existing_name", m => ref m.OnExistingName).Optional().Validate(Validators.OneOf([.. Ordering.OnExistingName.All]))
            .Describe(
                "What a create does when the account already has a server of the same name that nothing tracks, where the resource does not say: `warn` "
                    + "(default), `error`, `adopt` or `ignore`. Environment: `DASHSERV_ON_EXISTING_NAME`."),
        Attr.Bool("plan_checks", m => ref m.PlanChecks).Optional()
            .Describe(
                "Whether a plan checks orders against the live order form and shows their quote; default true. Turn it off to plan offline. Environment: "
                    + "`DASHSERV_PLAN_CHECKS`."),
        Attr.Text("poll_interval", m => ref m.PollInterval).Optional().Validate(Validators.Duration())
            .Describe(
                "First wait between two looks at something that takes time; default `2s`. Waits grow by half to 15 s. Environment: `DASHSERV_POLL_INTERVAL`."));
}
