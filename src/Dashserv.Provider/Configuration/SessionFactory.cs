using System.Globalization;
using System.Text.RegularExpressions;
using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Api.Secrets;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Journal;
using Dashserv.Provider.Ordering;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Configuration;

/// <summary>From a configuration and the environment, where the configuration is silent, to a session.</summary>
internal sealed partial class SessionFactory(ILogger logger, TimeProvider time, Func<string, string?> environment, Redactor redactor)
{
    private const string Prefix = "DASHSERV_";
    private const int DefaultAnswerMib = 64;
    private const int LargestAnswerMib = 1024;
    private const int LongestUserAgent = 1024;
    private const int LargestTokenFile = 64 * 1024;

    public Session Open(ProviderModel config, string terraformVersion, Diagnostics diagnostics)
    {
        var endpoint = config.Endpoint.OrNull() ?? Variable("ENDPOINT") ?? DashservClientOptions.DefaultEndpoint.ToString();
        if (ProviderChecks.FindEndpointProblem(endpoint) is { } problem)
        {
            diagnostics.Error("endpoint", "Invalid endpoint in DASHSERV_ENDPOINT", problem);
            endpoint = DashservClientOptions.DefaultEndpoint.ToString();
        }

        var (address, readToken, isKnown) = (new Uri(endpoint), TokenSource(config), !config.HasUnknowns);
        var maxAnswer = ReadMaxAnswer(diagnostics);
        var checksPlans = config.PlanChecks.IsKnown ? config.PlanChecks.Known : ReadPlanChecks(diagnostics);
        var access = new ApiAccess(Connect, time, new PollSchedule { First = ReadPollInterval(config, diagnostics) }, logger)
        {
            IsKnown = isKnown,
            ChecksPlans = isKnown && checksPlans,
        };
        var place = JournalPlace.Find(config.OrderJournal.OrNull() ?? Variable("ORDER_JOURNAL"), environment, Directory.GetCurrentDirectory());
        return new Session(access, new OrderJournal(place, address, time, logger)) { OnExistingName = ReadOnExistingName(config, diagnostics) };

        // The token is read only when it is first needed.
        DashservClient Connect() => new(
            new DashservClientOptions
            {
                Endpoint = address,
                Token = readToken(),
                CustomerId = config.CustomerId.OrNull() ?? Variable("CUSTOMER_ID")?.Trim(),
                UserAgent = UserAgent(terraformVersion),
                MaxConcurrentRequests = (int)config.MaxConcurrentRequests.Or(10),
                RequestsPerSecond =
                    config.RequestsPerSecond.IsKnown ? double.Parse(config.RequestsPerSecond.Known.ToString(), CultureInfo.InvariantCulture) : null,
                MaxRetries = (int)config.MaxRetries.Or(6),
                MaxAnswerBytes = maxAnswer * 1024L * 1024,
                Environment = environment,
                Redactor = redactor,
            },
            time,
            logger);
    }

    private Func<string> TokenSource(ProviderModel config)
    {
        if (config.Token.IsKnown)
        {
            return () => Usable(config.Token.Known, "token");
        }

        if (config.TokenFile.IsKnown)
        {
            return () => ReadTokenFile(config.TokenFile.Known, "token_file");
        }

        // A variable set from a file or a pipeline's secret store often ends in a line break.
        return () => Variable("TOKEN")?.Trim() is { } token ? Usable(token, "DASHSERV_TOKEN")
            : Variable("TOKEN_FILE") is { } file ? ReadTokenFile(file, "DASHSERV_TOKEN_FILE")
            : throw TokenException.Missing();
    }

    private static string ReadTokenFile(string path, string source)
    {
        try
        {
            var token = UserFile.ReadText(path, LargestTokenFile).Trim();
            return token.Length > 0
                ? Usable(token, $"the file {path}, which {source} names,")
                : throw TokenException.Missing($"The file {path}, which {source} names, is empty. It should hold the API token and nothing else.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TokenException.Missing(
                $"The file {path}, which {source} names, cannot be read: {e.Message} It should be a regular file of at most 64 KiB that holds the "
                + "API token and nothing else.");
        }
    }

    private static string Usable(string token, string source) => DashservClientOptions.IsUsable(token) ? token : throw TokenException.Unusable(source);

    private bool ReadPlanChecks(Diagnostics diagnostics)
    {
        switch (Variable("PLAN_CHECKS")?.ToLowerInvariant())
        {
            case null or "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case var other:
                diagnostics.Error("plan_checks", "Invalid value in DASHSERV_PLAN_CHECKS", $"\"{other}\" is neither \"true\" nor \"false\".");
                return true;
        }
    }

    private string ReadOnExistingName(ProviderModel config, Diagnostics diagnostics)
    {
        var mode = config.OnExistingName.OrNull() ?? Variable("ON_EXISTING_NAME") ?? OnExistingName.Warn;
        if (OnExistingName.All.Contains(mode))
        {
            return mode;
        }

        diagnostics.Error(
            "on_existing_name", "Invalid value in DASHSERV_ON_EXISTING_NAME",
            $"\"{mode}\" is not one of {string.Join(", ", OnExistingName.All.Select(m => $"\"{m}\""))}.");
        return OnExistingName.Warn;
    }

    // No attribute: who needs it once in the life of an account needs it in every configuration of it.
    private int ReadMaxAnswer(Diagnostics diagnostics)
    {
        if (Variable("MAX_ANSWER_MIB") is not { } text)
        {
            return DefaultAnswerMib;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mib) && mib is >= 1 and <= LargestAnswerMib)
        {
            return mib;
        }

        diagnostics.Error(
            "Invalid value in DASHSERV_MAX_ANSWER_MIB",
            $"\"{text}\" is not a whole number from 1 to {LargestAnswerMib}. It says how many MiB an answer of the API may have; default {DefaultAnswerMib}.");
        return DefaultAnswerMib;
    }

    private TimeSpan ReadPollInterval(ProviderModel config, Diagnostics diagnostics)
    {
        var text = config.PollInterval.OrNull() ?? Variable("POLL_INTERVAL") ?? "2s";
        if (GoDuration.TryParse(text, out var interval) && interval > TimeSpan.Zero)
        {
            return interval;
        }

        diagnostics.Error(
            "poll_interval", "Invalid value in DASHSERV_POLL_INTERVAL", $"\"{text}\" is not a duration over zero. Write one such as \"2s\" or \"500ms\".");
        return TimeSpan.FromSeconds(2);
    }

    private string UserAgent(string terraformVersion)
    {
        var agent = $"terraform-provider-dashserv/{About.Version} (+Terraform {(terraformVersion.Length > 0 ? terraformVersion : "unknown")})";
        return Unprintable().Replace($"{agent} {environment("TF_APPEND_USER_AGENT")}", " ").Trim() is var whole && whole.Length > LongestUserAgent
            ? whole[..LongestUserAgent]
            : whole;
    }

    // A line's end would begin another header, and anything but ASCII is refused by half of all servers.
    [GeneratedRegex("[^!-~]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unprintable();

    private string? Variable(string name) => environment(Prefix + name) is { Length: > 0 } value ? value : null;
}
