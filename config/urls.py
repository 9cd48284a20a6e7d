"""Every address of the store, room by room; Wagtail's pages take what is left."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import open_login_link
from cms.machines import robots, sitemap

SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)
NEW_PASSWORD = RedirectView.as_view(pattern_name="account_reset_password")

handler429 = "config.limits.too_many"  # allauth calls it

urlpatterns = [
    # One way in for everybody: what protects it protects staff as well.
    path("admin/login/", SIGN_IN),
    path("_util/login/", SIGN_IN),
    path("admin/password_reset/", NEW_PASSWORD),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/login/link/<str:code>/", open_login_link, name="login_link"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/security/", include("allauth.mfa.urls")),
    path("measurements/", include("measurements.urls")),
    path("studio/", include("configurator.urls")),
    path("bench/", include("production.urls")),
    path("", include("orders.urls")),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    # The pictures of pages, in the sizes that pages ask for, and nothing else of that folder.
    re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include(wagtail_urls)),
]
