namespace Dashserv.Simulator.Products;

/// <summary>All products, by uuid and by account; terminated ones are kept aside for <c>account/products</c>.</summary>
internal sealed class ProductShelf
{
    public static readonly string[] Modules = ["vserver", "dedicated-server", "webhosting"];

    private readonly Dictionary<string, Product> _byUuid = [];
    private readonly List<Product> _ever = [];

    public IEnumerable<Product> All => _ever.Where(p => !p.Deleted);

    public void Add(Product product)
    {
        if (_byUuid.TryAdd(product.Uuid, product))
        {
            _ever.Add(product);
        }
    }

    public Product? Find(string uuid) => _byUuid.GetValueOrDefault(uuid);

    public IEnumerable<Product> Listed(Account account, string module) => All.Where(p => p.Account == account && p.Module == module && p.Listed);

    public IEnumerable<Product> Ever(Account account) => _ever.Where(p => p.Account == account);

    public void Remove(Product product)
    {
        product.Deleted = true;
        _byUuid.Remove(product.Uuid);
    }
}
