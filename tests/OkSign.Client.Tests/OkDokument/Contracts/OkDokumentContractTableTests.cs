using System.Reflection;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using Refit;

namespace OkSign.Client.Tests.OkDokument.Contracts;

/// <summary>The table is whole: no operation without a contract, and each contract is that of a Refit method.</summary>
public sealed class OkDokumentContractTableTests
{
    private static readonly Type[] Types =
        [.. typeof(OkDokumentClient).Assembly.GetTypes().Where(type => type.Namespace == typeof(OkDokumentClient).Namespace)];

    [Fact]
    public void Contracts_ComparedWithRefitMethods_AreTheSameRequests()
    {
        IEnumerable<string> methods = Types
            .Where(type => type.IsInterface)
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<HttpMethodAttribute>(inherit: true))
            .OfType<HttpMethodAttribute>()
            .Select(attribute => $"{attribute.Method} {attribute.Path}");

        IEnumerable<string> contracts = OkDokumentContractTable.All.Select(contract => $"{contract.Method} {contract.PathTemplate ?? contract.Path}");

        Assert.Equal(methods.Order(), contracts.Order());
    }

    [Fact]
    public void Contracts_ComparedWithOperations_HaveTheSameNames()
    {
        IEnumerable<string> declared = DeclaredOperations().Select(operation => operation.Name);

        Assert.Equal(declared.Order(), OkDokumentContractTable.All.Select(contract => contract.Operation).Order());
        Assert.Equal(declared.Order(), OkDokumentOperations.All.Select(operation => operation.Name).Order());
    }

    [Fact]
    public void Contracts_OfAllOperations_AreTwelve() => Assert.Equal(12, OkDokumentContractTable.All.Count);

    [Fact]
    public void Contracts_FurtherCalls_AreOfOperationsInTheTable()
        => Assert.All(OkDokumentContractTable.Further, further =>
        {
            Contract<OkDokumentClient> usual = OkDokumentContractTable.Of(further.Operation);
            Assert.Equal((usual.Method, usual.Path), (further.Method, further.Path));
        });

    [Fact]
    public void Operations_OfEachMethod_HaveTheClassThatGoesWithIt()
    {
        Dictionary<string, OperationClass> classes = OkDokumentOperations.All.ToDictionary(operation => operation.Name, operation => operation.Class);

        Assert.All(OkDokumentContractTable.All, contract => Assert.Equal(ExpectedClassOf(contract), classes[contract.Operation]));
    }

    [Fact]
    public void Operations_EachOne_KnowWhereTheIdStands()
        => Assert.All(OkDokumentOperations.All, operation => Assert.Equal(OkDokumentContractTable.Of(operation.Name).PathTemplate, operation.PathTemplate));

    [Fact]
    public void Operations_ForEverybody_AreTheOneThatASignersBrowserCalls()
    {
        Assert.Equal("OkDokument.OpenDocument", Assert.Single(OkDokumentOperations.All, operation => operation.IsAnonymous).Name);
        Assert.Equal("OkDokument.OpenDocument", Assert.Single(OkDokumentContractTable.All, contract => contract.IsAnonymous).Operation);
    }

    [Fact]
    public void Contracts_EachOne_HasAModelAnswer()
        => Assert.All(OkDokumentContractTable.AllCalls, contract => Assert.Single(contract.Answers, answer => answer.IsModel));

    /// <summary>What the method says; a change of addresses may be repeated, whatever its method.</summary>
    private static OperationClass ExpectedClassOf(Contract<OkDokumentClient> contract)
        => contract.Method switch
        {
            "GET" => OperationClass.Read,
            "DELETE" => OperationClass.Delete,
            _ => contract.Operation is "OkDokument.UpdateSignatureRequest" or "OkDokument.SetCallback" ? OperationClass.IdempotentWrite : OperationClass.UnsafeWrite,
        };

    private static IEnumerable<Operation> DeclaredOperations()
        => Types
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Operation))
            .Select(field => (Operation)field.GetValue(null)!);
}
