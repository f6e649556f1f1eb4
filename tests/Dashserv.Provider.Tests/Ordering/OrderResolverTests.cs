using Dashserv.Api.Models;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>What a form takes of an order, and what is told of the rest.</summary>
public sealed class OrderResolverTests
{
    private static readonly OrderForm Packaged = TestForm.Of() with
    {
        Name = "vserver",
        Type = "packages",
        Packages = [Package("S"), Package("M")],
    };

    private readonly Diagnostics _diagnostics = new();

    [Theory]
    [InlineData("vServer KVM", "dashserv's order form says that vServer KVM is not available at present.")]
    [InlineData(null, "dashserv's order form says that vserver:configure is not available at present.")]
    public void Form_NotAvailable_IsToldByTheNameItShows(string? display, string told)
    {
        Assert.Null(Resolve(TestForm.Of() with { IsAvailable = false, DisplayName = display }));
        Assert.Equal(("product", "The product cannot be ordered now", told), TheError());
    }

    [Fact]
    public void Form_WithoutPackages_RefusesOne()
    {
        Assert.Null(Resolve(TestForm.Of(), a => a with { Package = "M" }));
        Assert.Equal(
            ("package", "No packages",
                "vserver:configure is not sold in packages. Leave package out and set cores, ram and disk, or order product \"vserver\"."), TheError());
    }

    [Fact]
    public void Form_WithPackages_AsksForOneAndForNothingElse()
    {
        Assert.Null(Resolve(Packaged));
        Assert.Equal(("package", "A package is needed", "vserver is sold in packages. Allowed: \"S\", \"M\"."), TheError());
    }

    [Fact]
    public void Package_NotInTheForm_IsToldWhichAre()
    {
        Assert.Null(Resolve(Packaged, a => a with { Package = "XXL" }));
        Assert.Equal(("package", "No such package", "vserver has no package \"XXL\". Allowed: \"S\", \"M\"."), TheError());
    }

    [Fact]
    public void Package_InTheForm_IsSentWithoutAPeriodWhereThereIsNone()
    {
        var order = Resolve(Packaged, a => a with { Package = "m" });
        Assert.Equal([("location", "kc7aV"), ("package", "M")], order!.Fields.Select(f => (f.Key, f.Value)).Order());
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void Order_BesideAnEarlierError_IsResolvedAllTheSame()
    {
        _diagnostics.Error("image", "Something else", "It has nothing to do with this order.");
        Assert.NotNull(Resolve(TestForm.Of()));
    }

    [Fact]
    public void Option_ThatTheFormLacks_IsToldWithThoseThatItHas()
    {
        var form = TestForm.Of(TestForm.Number("cores"), TestForm.Number("slots"));
        Assert.Null(Resolve(form, a => a with { Options = Options(("raid", "1")) }));
        Assert.Equal(
            ("options[\"raid\"]", "No such option", "The order form of vserver:configure has no option \"raid\". It has: \"cores\", \"slots\"."), TheError());
    }

    [Fact]
    public void Option_WithAWrongValue_IsCalledAsTheUserWroteIt()
    {
        Assert.Null(Resolve(TestForm.Of(TestForm.Number("slots", 1, 4)), a => a with { Options = Options(("slots", "9")) }));
        Assert.Contains("1 to 4 in steps of 1", TheError().Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", true)]
    [InlineData(null, false)]
    public void Attribute_ThatTheFormLacks_IsRefusedAndLeftOutWhereItIsSet(string? cores, bool isSet)
    {
        Assert.Null(Resolve(TestForm.Of(TestForm.Number("plan")), a => a with { Typed = [Cores(cores)] }));
        var (_, summary, told) = TheError();
        Assert.Equal(isSet ? "vserver:configure has no cores" : "cores is needed", summary);
        Assert.Contains($"is known to mean cores{(isSet ? "; leave it out" : "")}. It has: \"plan\".", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_ThatAnotherOptionMayStandFor_NeedNotBeSet() =>
        Assert.NotNull(Resolve(TestForm.Of(TestForm.Number("plan")), a => a with { Typed = [Cores(null)], Options = Options(("plan", "2")) }));

    [Fact]
    public void Attribute_OfASizeThatAPackageSays_NeedNotBeSet() =>
        Assert.NotNull(Resolve(Packaged, a => a with { Package = "M", Typed = [Cores(null)] }));

    [Fact]
    public void Attribute_BesideOptionsForOthers_HasToBeSet()
    {
        var form = TestForm.Of(TestForm.Number("ram"), TestForm.Number("plan"));
        var ram = new OrderArgument("ram", ArgumentType.Number, OptionNames.Ram, "4");
        Assert.Null(Resolve(form, a => a with { Typed = [ram with { Value = default }, Cores(null)], Options = Options(("ram", "8")) }));
        Assert.Equal("cores is needed", TheError().Summary);
    }

    private static FormPackage Package(string name) => new() { Name = name, Cost = 1, Setup = 0, Content = new Dictionary<string, string>() };

    private static OrderArgument Cores(string? value) => new("cores", ArgumentType.Number, OptionNames.Cores, Value.OfNullable(value));

    private static Value<IReadOnlyDictionary<string, Value<string>>> Options(params (string Name, string Value)[] options) =>
        options.ToDictionary(o => o.Name, o => (Value<string>)o.Value);

    private OrderRequest? Resolve(OrderForm form, Func<OrderArguments, OrderArguments>? change = null)
    {
        var arguments = new OrderArguments { Product = form.Name, Location = "kc7aV" };
        return new OrderResolver(form, change?.Invoke(arguments) ?? arguments, [], _diagnostics).Resolve();
    }

    private (string On, string Summary, string Told) TheError()
    {
        var error = Assert.Single(_diagnostics);
        return (error.Path.ToString(), error.Summary, error.Detail);
    }
}
