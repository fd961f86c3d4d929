<?php
namespace App\Http\Controllers;

use App\Models\User;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Storage;
use Doctrine\ORM\EntityManagerInterface;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Process\Process;

class UserController extends Controller
{
    public function a(Request $request) {
        // ruleid: php.security.sql-injection
        return DB::select("select * from users where name = '" . $request->input('name') . "'");
    }
    public function b(Request $request) {
        // ok: php.security.sql-injection
        return DB::select('select * from users where name = ?', [$request->input('name')]);
    }
    public function c(Request $request) {
        // ruleid: php.security.sql-injection
        return User::whereRaw("name = '{$request->name}'")->get();
    }
    public function d(Request $request) {
        // ok: php.security.sql-injection
        return User::where('name', $request->query('name'))->get();
    }
    public function e(Request $request) {
        // ruleid: php.security.sql-injection
        return DB::table('users')->orderByRaw($request->get('sort'))->get();
    }
    public function f(Request $request) {
        $data = $request->validate(['id' => 'required|integer']);
        // todook: php.security.sql-injection
        return DB::select('select * from users where id = ' . $data['id']);
    }
    public function g(Request $request) {
        // ruleid: php.security.mass-assignment
        return User::create($request->all());
    }
    public function h(Request $request) {
        // ok: php.security.mass-assignment
        return User::create($request->only(['name']));
    }
    public function i(Request $request) {
        // ruleid: php.security.open-redirect
        return redirect($request->input('to'));
    }
    public function j(Request $request) {
        // ruleid: php.security.open-redirect
        return redirect()->away($request->query('to'));
    }
    public function k(Request $request) {
        // ruleid: php.security.server-side-request-forgery
        return Http::get($request->input('url'))->body();
    }
    public function l(Request $request) {
        // ruleid: php.security.xss
        return response('<p>' . $request->input('n') . '</p>');
    }
    public function m(Request $request) {
        // ok: php.security.xss
        return response()->json(['n' => $request->input('n')]);
    }
    public function n(Request $request) {
        // ok: php.security.xss
        return view('page', ['n' => $request->input('n')]);
    }
    public function o(Request $request) {
        // ruleid: php.security.command-injection
        return Process::fromShellCommandline('ls ' . $request->input('d'))->run();
    }
    public function p(Request $request) {
        // ok: php.security.command-injection
        return (new Process(['ls', $request->input('d')]))->run();
    }
    public function q(Request $request) {
        // ruleid: php.security.path-traversal
        return response()->download('/srv/' . $request->input('f'));
    }
}

class SymfonyController
{
    public function a(\Symfony\Component\HttpFoundation\Request $request, EntityManagerInterface $em) {
        // ruleid: php.security.sql-injection
        return $em->createQuery("SELECT u FROM User u WHERE u.name = '" . $request->query->get('n') . "'")->getResult();
    }
    public function b(\Symfony\Component\HttpFoundation\Request $request, EntityManagerInterface $em) {
        // ok: php.security.sql-injection
        return $em->createQuery('SELECT u FROM User u WHERE u.name = :n')->setParameter('n', $request->query->get('n'))->getResult();
    }
    public function c(\Symfony\Component\HttpFoundation\Request $request, \Doctrine\DBAL\Connection $c) {
        // ruleid: php.security.sql-injection
        return $c->executeQuery('SELECT * FROM t WHERE a = ' . $request->request->get('a'));
    }
    public function d(\Symfony\Component\HttpFoundation\Request $request) {
        // ruleid: php.security.open-redirect
        return new RedirectResponse($request->query->get('to'));
    }
    public function e(\Symfony\Component\HttpFoundation\Request $request) {
        // ruleid: php.security.xss
        return new Response('<p>' . $request->query->get('n') . '</p>');
    }
    public function f(\Symfony\Component\HttpFoundation\Request $request) {
        // ok: php.security.xss
        return new Response('<p>' . htmlspecialchars($request->query->get('n')) . '</p>');
    }
    public function g(\Symfony\Component\HttpFoundation\Request $request) {
        // ruleid: php.security.xss
        return new Response('<p>' . $request->attributes->get('slug') . $request->query->all()['x'] . '</p>');
    }
}
