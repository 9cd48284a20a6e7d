"""Every address of the store, room by room; Wagtail's pages take what is left."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("allauth.account.urls")),
    path("measurements/", include("measurements.urls")),
    path("studio/", include("configurator.urls")),
    path("bench/", include("production.urls")),
    path("", include("orders.urls")),
    path("", include(wagtail_urls)),
]
