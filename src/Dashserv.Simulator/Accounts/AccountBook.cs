namespace Dashserv.Simulator.Accounts;

/// <summary>The accounts, found by their tokens.</summary>
internal sealed class AccountBook
{
    // The customer number of the reference's samples; the others count up from it.
    private const int FirstCustomer = 14810;

    private readonly Dictionary<string, SimulatorToken> _tokens;
    private readonly Dictionary<string, Account> _accounts = [];

    public AccountBook(SimulatorOptions options)
    {
        _tokens = options.Tokens.ToDictionary(t => t.Token, StringComparer.Ordinal);
        foreach (var token in options.Tokens)
        {
            if (!_accounts.ContainsKey(token.Account))
            {
                _accounts.Add(token.Account, new(token.Account, token.Kind, FirstCustomer + _accounts.Count, options.Balance));
            }
        }
    }

    public IEnumerable<Account> All => _accounts.Values;

    public Account this[string name] =>
        _accounts.TryGetValue(name, out var account) ? account : throw new ArgumentException($"No account \"{name}\".", nameof(name));

    public SimulatorToken? Find(string token) => _tokens.GetValueOrDefault(token);
}
