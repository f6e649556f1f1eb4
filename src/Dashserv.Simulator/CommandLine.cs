namespace Dashserv.Simulator;

/// <summary>The command line: <c>--name value</c> pairs.</summary>
internal sealed record CommandLine(SimulatorOptions Options, TimeProvider Time)
{
    public const string Usage = """
        dashserv-simulator: the dashserv API, in memory, over HTTP.

          --port N                     where to listen on 127.0.0.1; 0 is any free port (default 0)
          --urls http://ADDRESS:PORT   where to listen, address and all
          --forms a|b|c                style of the order forms (default a)
          --locations several|one      how many locations there are (default several)
          --time real|virtual          virtual: stands still until POST /_sim/clock {"advance":"30s"} (default real)
          --deployment DURATION        from order to okay (default 3s)
          --product-uuid-after DURATION   until an order names its product (default 1s)
          --installing-products hidden|byuuid|listed   what is seen of it before okay (default hidden)
          --power, --shutdown, --reinstall, --upgrade, --backup, --restore, --installation DURATION
          --backup-limit N             limits.backups of new vservers (default 3)
          --not-found mixed|resource|ressource   how "not found" is spelt (default mixed)
          --not-found-status CODE      its HTTP status (default 412)
          --optional on|off            account/* and the dedicated servers' console (default on)
          --readonly-may-quote on|off  whether a read-only token may ask for quotes (default off)
          --rate N                     requests per second and token, 0 is unlimited (default 0)
          --balance EUR                what each account has (default 100000)
          --token TOKEN=ACCOUNT:reseller|customer[:readonly]   a token; repeatable, replaces the default ones
                                       (simulator-reseller, simulator-customer, simulator-readonly)

        Durations: 500ms, 3s, 1h30m. When ready it prints one line, "simulator listening on URL".
        """;

    /// <summary>Reads the arguments; a <see cref="FormatException"/> says what is wrong with them.</summary>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var (options, time, tokens) = (new SimulatorOptions(), TimeProvider.System, new List<SimulatorToken>());
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
            {
                throw new FormatException($"{args[i]} needs a value, or is unknown.");
            }

            var value = args[i + 1];
            if (args[i] == "--time")
            {
                time = Clock(value);
            }
            else if (args[i] == "--token")
            {
                tokens.Add(Token(value));
            }
            else
            {
                options = Apply(options, args[i], value);
            }
        }

        return new(tokens.Count > 0 ? options with { Tokens = tokens } : options, time);
    }

    private static SimulatorOptions Apply(SimulatorOptions options, string name, string value) => name switch
    {
        "--port" => options with { Url = new($"http://127.0.0.1:{Number(value)}") },
        "--urls" => options with { Url = new(value) },
        "--forms" => options with { FormStyle = Word<FormStyle>(value) },
        "--locations" => options with { Locations = Word<LocationStyle>(value) },
        "--deployment" => options with { DeploymentTime = Duration.Parse(value) },
        "--product-uuid-after" => options with { ProductUuidAfter = Duration.Parse(value) },
        "--installing-products" => options with { InstallingProducts = Word<InstallingProducts>(value) },
        "--power" => options with { PowerTime = Duration.Parse(value) },
        "--shutdown" => options with { ShutdownTime = Duration.Parse(value) },
        "--reinstall" => options with { ReinstallTime = Duration.Parse(value) },
        "--upgrade" => options with { UpgradeTime = Duration.Parse(value) },
        "--backup" => options with { BackupTime = Duration.Parse(value) },
        "--restore" => options with { RestoreTime = Duration.Parse(value) },
        "--installation" => options with { InstallationTime = Duration.Parse(value) },
        "--backup-limit" => options with { BackupLimit = Number(value) },
        "--not-found" => options with { NotFoundSpelling = Word<NotFoundSpelling>(value) },
        "--not-found-status" => options with { NotFoundStatus = Number(value) },
        "--optional" => options with { OptionalEndpoints = Switch(value) },
        "--readonly-may-quote" => options with { ReadOnlyMayQuote = Switch(value) },
        "--rate" => options with { RequestsPerSecond = Number(value) },
        "--balance" => options with { Balance = decimal.Parse(value, CultureInfo.InvariantCulture) },
        _ => throw new FormatException($"There is no option {name}."),
    };

    private static TimeProvider Clock(string value) => value switch
    {
        "real" => TimeProvider.System,
        "virtual" => new VirtualClock(),
        _ => throw new FormatException($"\"{value}\" is neither real nor virtual."),
    };

    private static SimulatorToken Token(string text) => text.Split('=', ':') switch
    {
        [var token, var account, var kind] => new(token, account, Word<AccountKind>(kind)),
        [var token, var account, var kind, "readonly"] => new(token, account, Word<AccountKind>(kind), ReadOnly: true),
        _ => throw new FormatException($"--token {text}: write TOKEN=ACCOUNT:reseller, or :customer, and :readonly after it."),
    };

    private static bool Switch(string value) =>
        value switch { "on" => true, "off" => false, _ => throw new FormatException($"\"{value}\" is neither on nor off.") };

    private static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static T Word<T>(string value) where T : struct, Enum =>
        Enum.TryParse<T>(value, ignoreCase: true, out var word)
            ? word
            : throw new FormatException($"\"{value}\" is none of {string.Join(", ", Enum.GetNames<T>())}.");
}
